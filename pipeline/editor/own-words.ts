/**
 * Vietnamese for what the program of the form does not say in Vietnamese yet, and our words where its own would mislead. A test
 * holds that nothing an editor can meet is left in English; messages about the settings themselves are for developers.
 */
export const OWN_WORDS = {
  work_with_local_repo: 'Soạn trên máy này, không cần tài khoản',
  work_with_local_repo_description: 'Bài được ghi vào thư mục làm việc trên máy này, chưa gửi đi đâu.',
  work_with_local_repo_description_no_repo:
    'Bài được ghi vào thư mục làm việc trên máy này, chưa gửi đi đâu.',
  select_item: 'Chọn {$name}',
  folders: 'Thư mục',
  more_folders: 'Thư mục khác',
  sign_in_using_access_token_workflow_note:
    'Bài được gửi bằng yêu cầu gộp (pull request), nên mã truy cập phải có quyền đọc và ghi «Pull requests».',
  repository_no_access:
    'Tài khoản này không được ghi vào kho «{$repo}», hoặc mã truy cập không mở được kho ấy. Người quản trị xem lại nhóm của bạn và mã truy cập.',
  uploading_files_failed:
    'Không tải lên được. Ảnh và tệp thì thêm ngay trong bài dùng đến chúng, rồi lưu bài.',
  deleting_assets_failed: 'Không xóa được. Mẫu soạn bài không xóa tệp của kho.',
  renaming_asset_failed: 'Không đổi tên được. Mẫu soạn bài không đổi tên tệp của kho.',
  sign_in_with_link: 'Đăng nhập bằng liên kết',
  sign_in_with_link_confirmation:
    'Liên kết này đăng nhập bạn với tài khoản {$account} trên {$service} và chép thiết lập từ máy đã tạo ra nó. Chỉ tiếp tục nếu chính bạn tạo liên kết.',
  domain: 'Tên miền',
  file_unavailable: 'Không có tệp',
  file_unavailable_description: 'Không mở được tệp này. Tệp có thể đã được chuyển đi hoặc bị xóa.',
  back_to_parent_folder: 'Về thư mục trên',
  new_folder: 'Thư mục mới',
  new_folder_name: 'Tên thư mục',
  new_folder_create: 'Tạo',
  new_folder_description: 'Thư mục mới sẽ nằm trong «{$folder}».',
  new_folder_error: {
    empty: 'Tên thư mục không được để trống.',
    invalid: 'Tên thư mục không được có dấu gạch chéo, không được bắt đầu bằng dấu chấm.',
    duplicate: 'Ở đây đã có thư mục hoặc tệp tên này.',
  },
  creating_folder: 'Đang tạo thư mục…',
  creating_folder_failed: 'Không tạo được thư mục.',
  folder_options: 'Tùy chọn thư mục',
  show_folder_options: 'Hiện tùy chọn thư mục',
  rename_folder: 'Đổi tên thư mục',
  delete_folder: 'Xóa thư mục',
  enter_new_name_for_folder:
    '.input {$count :integer} .match $count 0 {{Ghi tên mới.}} * {{Ghi tên mới. {$count} tệp trong thư mục được chuyển theo, bài đang dùng chúng được sửa theo.}}',
  enter_new_name_for_external_folder:
    '.input {$count :integer} .match $count 0 {{Ghi tên mới.}} * {{Ghi tên mới. {$count} tệp trong thư mục được chuyển theo.}}',
  confirm_deleting_folder:
    '.input {$count :integer} .match $count 0 {{Xóa thư mục trống «{$name}»?}} * {{Xóa thư mục «{$name}» và {$count} tệp trong đó?}}',
  renaming_folder: 'Đang đổi tên thư mục…',
  renaming_folder_failed: 'Không đổi được tên thư mục.',
  deleting_folder: 'Đang xóa thư mục…',
  deleting_folder_failed: 'Không xóa được thư mục.',
  replace_file: 'Thay tệp',
  replace_image: 'Thay ảnh',
  remove_file: 'Bỏ tệp',
  remove_image: 'Bỏ ảnh',
  deleting_referenced_assets_note:
    '.input {$count :integer} .match $count * {{Chỗ dùng đến trong {$count} bài cũng bị bỏ.}}',
  cannot_delete_referenced_assets:
    '.input {$count :integer} .match $count * {{Không xóa được: các trường sau ở {$count} bài đang dùng và không được để trống:}}',
  deleting_referenced_entries_note:
    '.input {$count :integer} .match $count * {{Chỗ dẫn đến trong {$count} bài khác cũng bị bỏ.}}',
  cannot_delete_referenced_entries:
    '.input {$count :integer} .match $count * {{Không xóa được: các trường sau ở {$count} bài khác đang dẫn đến và không được để trống:}}',
  show_errors: 'Xem lỗi',
  folder_created: 'Đã tạo thư mục.',
  folder_path: 'Đường dẫn thư mục',
  folder_contents: 'Trong thư mục',
  x_folders: '.input {$count :integer} .match $count 0 {{Không có thư mục}} * {{{$count} thư mục}}',
  folder_renamed: 'Đã đổi tên thư mục.',
  folder_deleted: 'Đã xóa thư mục.',
  entry_sidebar: {
    slug: {
      title: 'Địa chỉ của bài',
      generated_on_save: 'Địa chỉ lấy từ tiêu đề khi lưu lần đầu; về sau không đổi.',
      unavailable: 'Bài này không có địa chỉ riêng.',
    },
  },
  save_conflict: {
    title: 'Người khác vừa sửa bài này',
    modified_by: '{$name} đã sửa bài này lúc {$date}, sau khi bạn mở.',
    modified: 'Bài này đã được sửa trên kho sau khi bạn mở.',
    deleted: 'Bài này đã bị xóa khỏi kho sau khi bạn mở.',
    overwrite_warning: 'Nếu lưu bây giờ, phần người kia sửa sẽ mất.',
    recreate_warning: 'Nếu lưu bây giờ, bài sẽ được tạo lại.',
    save_anyway: 'Vẫn lưu',
    branch_moved:
      'Người khác vừa sửa bài này trên kho, sau khi bạn mở. Chưa lưu gì. Chép phần bạn vừa sửa ra chỗ khác, tải lại trang rồi sửa tiếp trên bản mới.',
  },
  remote_change: {
    reload_entry: 'Tải lại bài',
    confirm_reloading_entry: 'Tải lại bài? Những gì bạn sửa mà chưa lưu sẽ mất.',
  },
  list_item_options: 'Tùy chọn của mục',
  relation_field: {
    save_together_hint: '{$name} mới được lưu cùng với bài đang soạn.',
    add_failed: 'Không thêm được {$name}.',
  },
  assets_dialog: {
    title: { folder: 'Chọn thư mục' },
    selected_folder: 'Đã chọn thư mục: {$path}',
    selected_folders: '.input {$count :integer} .match $count * {{Đã chọn {$count} thư mục}}',
    no_subfolders: 'Thư mục này không có thư mục con.',
  },
  cloud_storage: { bunny_storage: { auth_key_label: 'Mật khẩu vùng lưu trữ' } },
  status: { deploying: 'Đang đưa lên' },
  workflow: { deploying_deletion: 'Gỡ bài' },
} as const
